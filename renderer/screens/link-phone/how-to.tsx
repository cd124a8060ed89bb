import { useWords } from '../../words.ts';
import { unbroken } from '../shared/unbroken.ts';

type HowToProps = { readonly way: 'qr' | 'code'; readonly phone: string | null };

/** What to do on the phone, step by step, in the words that WhatsApp itself uses. */
export function HowTo({ way, phone }: HowToProps) {
  const t = useWords();
  return (
    <ol class="how">
      <li>
        <span>
          {phone === null ? t('linkPhone.takePhone') : t('linkPhone.takePhoneNumber', { phone: unbroken(phone) })}
        </span>
      </li>
      <li>
        <span>{t('linkPhone.openDevices')}</span>
      </li>
      <li>
        <span>{t(way === 'qr' ? 'linkPhone.pointCamera' : 'linkPhone.chooseNumber')}</span>
      </li>
    </ol>
  );
}
