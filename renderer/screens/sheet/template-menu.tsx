import { useState } from 'preact/hooks';
import { Menu } from '../../components/menu.tsx';
import { toast } from '../../components/toast.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

const shapes = { 'row-is-person': 'sheet.person', 'row-is-group': 'sheet.group' } as const;
const templates = (['row-is-person', 'row-is-group'] as const).flatMap((shape) =>
  (['xlsx', 'csv'] as const).map((format) => ({ shape, format })),
);

/** An example file to fill in, of either shape. */
export function TemplateMenu() {
  const t = useWords();
  const { api, app } = useStates();
  const [isSaving, setSaving] = useState(false);

  const save = async (template: (typeof templates)[number]) => {
    setSaving(true);
    const answer = await api['runs.saveTemplate'](template);
    setSaving(false);
    app.failure.value = answer.ok ? null : answer.failure;
    if (answer.ok && answer.value.saved) toast(t('sheet.templateSaved'));
  };

  return (
    <Menu
      label={t('sheet.template')}
      icon="save"
      busy={isSaving && t('sheet.saving')}
      items={templates.map((template) => ({
        label: t('sheet.templateFor', { shape: t(shapes[template.shape]), format: `.${template.format}` }),
        onClick: () => void save(template),
      }))}
    />
  );
}
