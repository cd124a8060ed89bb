import { useState } from 'preact/hooks';
import type { Extras } from '../../../core/group-sheet.ts';
import { Button } from '../../components/button.tsx';
import { Switch } from '../../components/switch.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { SetRow } from '../settings/set-row.tsx';
import { MessageField } from '../shared/message-field.tsx';
import { ExtraPeople } from './extra-people.tsx';

const lists = {
  alwaysAdd: { name: 'sheet.alwaysAdd', help: 'sheet.alwaysAddHelp' },
  admins: { name: 'sheet.admins', help: 'sheet.adminsHelp' },
} as const;
type List = keyof typeof lists;
const listNames = ['alwaysAdd', 'admins'] as const satisfies readonly List[];

/** What each group gets after it was made, besides what its row says. */
export function ExtrasForm({ extras }: { readonly extras: Extras }) {
  const t = useWords();
  const { run } = useStates().work.sheet;
  const [edited, setEdited] = useState<List | null>(null);
  const { message, onlyAdminsWrite, picture } = extras;

  return (
    <section class="section">
      <h2>{t('sheet.extras')}</h2>
      {listNames.map((list) => (
        <SetRow key={list} name={t(lists[list].name)} help={t(lists[list].help)}>
          {(idProps) => (
            <span class="line">
              <span class="quiet-text">
                {extras[list].length === 0 ? t('sheet.nobody') : t('sheet.firstPeople', { count: extras[list].length })}
              </span>
              <button {...idProps} type="button" class="button small" onClick={() => setEdited(list)}>
                {t('sheet.change')}
              </button>
            </span>
          )}
        </SetRow>
      ))}
      <SetRow name={t('sheet.picture')} help={t('sheet.pictureHelp')}>
        {(idProps) => (
          <span class="line">
            {picture !== null && (
              <>
                <span class="quiet-text picture-name" title={picture}>
                  {picture}
                </span>
                <Button
                  kind="quiet"
                  size="small"
                  icon="close"
                  label={t('sheet.removePicture')}
                  onClick={() => void run.change('runs.choosePicture', { remove: true })}
                />
              </>
            )}
            <button
              {...idProps}
              type="button"
              class="button small"
              onClick={() => void run.change('runs.choosePicture', { remove: false })}
            >
              {t('sheet.choosePicture')}
            </button>
          </span>
        )}
      </SetRow>
      <SetRow name={t('sheet.onlyAdmins')}>
        {({ id }) => (
          <Switch
            id={id}
            checked={onlyAdminsWrite}
            onChange={(isOn) => void run.setExtras({ onlyAdminsWrite: isOn })}
          />
        )}
      </SetRow>
      <div class="set-field">
        <MessageField
          label={t('sheet.message')}
          help={t('sheet.messageHelp', { name: '{name}', link: '{link}' })}
          rows={3}
          message={message}
          onMessage={(text) => void run.setExtras({ message: text })}
        />
      </div>
      {edited && (
        <ExtraPeople
          title={t(lists[edited].name)}
          people={extras[edited]}
          onPeople={(people) => void run.setExtras({ [edited]: people })}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  );
}
