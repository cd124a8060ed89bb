import { encode } from 'uqr';
import { qrPath } from './qr-path.ts';

type QrCodeProps = {
  readonly text: string;
  /** What the code leads to, for screen readers. */
  readonly label: string;
};

/** Draws text as a QR code. Dark on white in every theme, with its own quiet zone: phones must read it. */
export function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={qrPath(data)} />
    </svg>
  );
}
