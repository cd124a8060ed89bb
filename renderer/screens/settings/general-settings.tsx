import { Segments } from '../../components/segments.tsx';
import { Select } from '../../components/select.tsx';
import { Switch } from '../../components/switch.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { SetRow } from './set-row.tsx';
import { useLocked } from './use-locked.ts';

const themes = ['system', 'light', 'dark'] as const;
const languages = { en: 'English', ru: 'Русский' } as const;

export function GeneralSettings() {
  const t = useWords();
  const { app, settings: state } = useStates();
  const locked = useLocked();
  const { language, theme, openAtLogin, closeToTray } = state.settings.value;
  const onOrOff = (isOn: boolean) => t(isOn ? 'settings.on' : 'settings.off');
  return (
    <>
      <h2>{t('settings.general')}</h2>
      <SetRow
        name={t('settings.language')}
        locked={locked('language', language === 'system' ? t('settings.languageSystem') : languages[language])}
      >
        {(idProps) => (
          <Select
            {...idProps}
            options={[
              { value: 'system', label: t('settings.languageSystem') },
              { value: 'en', label: languages.en },
              { value: 'ru', label: languages.ru },
            ]}
            value={language}
            onChange={(chosen) => void state.change({ language: chosen })}
          />
        )}
      </SetRow>
      <ThemeSetting locked={locked('theme', t(`settings.theme-${theme}`))} />
      <SetRow
        name={t('settings.openAtLogin')}
        help={t('settings.openAtLoginHelp')}
        locked={locked('openAtLogin', onOrOff(openAtLogin))}
      >
        {(idProps) => (
          <Switch {...idProps} checked={openAtLogin} onChange={(on) => void state.change({ openAtLogin: on })} />
        )}
      </SetRow>
      {app.hasTray && (
        <SetRow
          name={t('settings.closeToTray')}
          help={t('settings.closeToTrayHelp')}
          locked={locked('closeToTray', onOrOff(closeToTray))}
        >
          {(idProps) => (
            <Switch {...idProps} checked={closeToTray} onChange={(on) => void state.change({ closeToTray: on })} />
          )}
        </SetRow>
      )}
    </>
  );
}

/** A group of buttons has no field that a label could be for. */
function ThemeSetting({ locked }: { readonly locked: string | undefined }) {
  const t = useWords();
  const { settings: state } = useStates();
  if (locked !== undefined) return <SetRow name={t('settings.theme')} locked={locked} />;
  return (
    <div class="set-row">
      <b>{t('settings.theme')}</b>
      <Segments
        label={t('settings.theme')}
        options={themes.map((value) => ({ value, label: t(`settings.theme-${value}`) }))}
        value={state.settings.value.theme}
        onChange={(chosen) => void state.change({ theme: chosen })}
      />
    </div>
  );
}
