import { Button } from '../../components/button.tsx';
import { toast } from '../../components/toast.tsx';
import { useWords } from '../../words.ts';
import { useJob } from '../shared/job-context.ts';

/** Saves the link's code as a picture for screens (PNG) or for print (SVG); main asks where. */
export function SaveQr({ isShort = false }: { readonly isShort?: boolean }) {
  const t = useWords();
  const { saveQr } = useJob();
  const save = async (format: 'png' | 'svg') => {
    if (await saveQr(format)) toast(t('result.saved'));
  };
  if (!isShort) {
    return (
      <>
        <Button icon="save" onClick={() => void save('png')}>
          {t('result.savePng')}
        </Button>
        <Button icon="save" onClick={() => void save('svg')}>
          {t('result.saveSvg')}
        </Button>
      </>
    );
  }
  return (
    <>
      <Button kind="quiet" size="small" icon="save" label={t('result.savePng')} onClick={() => void save('png')}>
        PNG
      </Button>
      <Button kind="quiet" size="small" icon="save" label={t('result.saveSvg')} onClick={() => void save('svg')}>
        SVG
      </Button>
    </>
  );
}
