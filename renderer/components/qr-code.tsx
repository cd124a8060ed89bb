import { encode } from 'uqr';

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

/** One run of dark modules is one rectangle of the path. */
export function qrPath(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      row.flatMap((isDark, x) => (isDark && !row[x - 1] ? [`M${x} ${y}h${runFrom(row, x)}v1H${x}z`] : [])),
    )
    .join('');
}

function runFrom(row: readonly boolean[], start: number): number {
  const end = row.indexOf(false, start);
  return (end === -1 ? row.length : end) - start;
}
