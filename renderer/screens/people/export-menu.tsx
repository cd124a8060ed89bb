import { useState } from 'preact/hooks';
import { Menu } from '../../components/menu.tsx';
import { toast } from '../../components/toast.tsx';
import { everybody } from '../../state/people.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

const formats = { csv: 'people.exportCsv', xlsx: 'people.exportXlsx', vcard: 'people.exportVcard' } as const;
const formatNames = ['csv', 'xlsx', 'vcard'] as const satisfies readonly (keyof typeof formats)[];

/** Writes people to a file of one of three kinds; main asks where. */
export function ExportMenu({ chatIds }: { readonly chatIds: () => readonly string[] }) {
  const t = useWords();
  const { api, work } = useStates();
  const [isBusy, setBusy] = useState(false);

  const write = async (format: (typeof formatNames)[number]) => {
    const accountId = work.accountId.peek();
    if (accountId === null) return;
    const { order } = work.people.list;
    setBusy(true);
    const answer = await api['people.export']({
      accountId,
      text: '',
      filter: everybody,
      order: order.peek(),
      chatIds: [...chatIds()],
      format,
    });
    setBusy(false);
    work.people.failure.value = answer.ok ? null : answer.failure;
    if (answer.ok && answer.value.saved) toast(t('people.exported', { count: answer.value.count }));
  };

  return (
    <Menu
      label={t('people.export')}
      icon="save"
      isShort
      busy={isBusy && t('people.exporting')}
      items={formatNames.map((format) => ({ label: t(formats[format]), onClick: () => void write(format) }))}
    />
  );
}
