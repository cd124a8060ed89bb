import { Button } from '../../components/button.tsx';
import { toast } from '../../components/toast.tsx';
import { useWords } from '../../words.ts';
import { useJob } from '../shared/job-context.ts';

/** Saves the link's code as a picture for screens (PNG) or for print (SVG); main asks where. */
export function SaveQr({ size }: { readonly size?: 'small' }) {
  const t = useWords();
  const { saveQr } = useJob();
  const save = async (format: 'png' | 'svg') => {
    if (await saveQr(format)) toast(t('result.saved'));
  };
  const look = size ? ({ size, kind: 'quiet' } as const) : {};
  return (
    <>
      <Button {...look} icon="save" onClick={() => void save('png')}>
        {t('result.savePng')}
      </Button>
      <Button {...look} icon="save" onClick={() => void save('svg')}>
        {t('result.saveSvg')}
      </Button>
    </>
  );
}
