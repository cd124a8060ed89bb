import { QrCode } from '../../components/qr-code.tsx';
import { useWords } from '../../words.ts';

/** The only thing on paper: the name, the code, the link. Not seen on the screen. */
export function PrintSheet({ name, link }: { readonly name: string; readonly link: string }) {
  const t = useWords();
  return (
    <div class="print-sheet" aria-hidden="true">
      <p class="print-name">{name}</p>
      <QrCode text={link} label={t('result.qr')} />
      <p>{link}</p>
    </div>
  );
}
