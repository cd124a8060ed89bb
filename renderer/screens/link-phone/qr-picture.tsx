import { sayWait } from '../../../core/i18n/say-wait.ts';
import { Spinner } from '../../components/spinner.tsx';
import type { LinkPhoneState } from '../../state/link-phone.ts';
import { useWords } from '../../words.ts';

/** The code to scan, as the service draws it; below it when the next one comes. */
export function QrPicture({ link }: { readonly link: LinkPhoneState }) {
  const t = useWords();
  const qr = link.qr.value;
  const leftMs = link.qrLeftMs.value;
  if (!qr)
    return (
      <figure>
        <div class="qr qr-place">
          <Spinner words={t('linkPhone.gettingCode')} />
        </div>
      </figure>
    );
  return (
    <figure>
      <img class="qr" src={`data:image/png;base64,${qr.png}`} alt={t('linkPhone.qrLabel')} />
      <figcaption class="small">
        {leftMs > 0 ? t('linkPhone.newCodeIn', { wait: sayWait(t, leftMs) }) : t('linkPhone.newCodeNow')}
      </figcaption>
    </figure>
  );
}
