import { Button } from '../../components/button.tsx';
import { useStates } from '../../states.ts';

/** Opens the invite link where the system opens links. */
export function OpenInvite({ link, label }: { readonly link: string; readonly label: string }) {
  const { app } = useStates();
  const open = async () => {
    const answer = await app.open({ invite: link });
    if (!answer.ok) app.failure.value = answer.failure;
  };
  return (
    <Button icon="open" onClick={() => void open()}>
      {label}
    </Button>
  );
}
