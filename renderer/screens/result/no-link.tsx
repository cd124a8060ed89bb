import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { useWords } from '../../words.ts';
import { useJob } from '../shared/job-context.ts';
import { JobFailure } from './job-failure.tsx';

/** The group is ready and its link is not known yet: it is read when the screen opens, and again on demand. */
export function NoLink() {
  const t = useWords();
  const { acting, check } = useJob();
  return (
    <>
      <Banner
        icon="link"
        title={t('result.noLinkTitle')}
        actions={
          <Button
            size="small"
            icon="refresh"
            busy={acting.value?.action === 'check' && t('result.readingLink')}
            onClick={() => void check()}
          >
            {t('result.readAgain')}
          </Button>
        }
      >
        <p>{t('result.noLinkText')}</p>
      </Banner>
      <JobFailure actions={['check']} />
    </>
  );
}
