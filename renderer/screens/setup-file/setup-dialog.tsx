import { useStates } from '../../states.ts';
import { OpenedSetup } from './opened-setup.tsx';
import { RefusedSetup } from './refused-setup.tsx';
import { SealedSetup } from './sealed-setup.tsx';

/** A set-up file on its way in: its passphrase, what is in it, its use. Closed before that, nothing is kept. */
export function SetupDialog() {
  const shown = useStates().setup.shown.value;
  switch (shown?.at) {
    case undefined:
      return null;
    case 'refused':
      return <RefusedSetup failure={shown.failure} />;
    case 'sealed':
      return <SealedSetup key={shown.setupId} {...shown} />;
    case 'opened':
      return <OpenedSetup key={shown.preview.setupId} {...shown} />;
  }
}
