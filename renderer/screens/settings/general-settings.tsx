import { Segments } from '../../components/segments.tsx';
import { Select } from '../../components/select.tsx';
import { Switch } from '../../components/switch.tsx';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';
import { SetRow } from './set-row.tsx';

const themes = ['system', 'light', 'dark'] as const;

export function GeneralSettings() {
  const t = useWords();
  const { app, settings: state } = useStates();
  const { language, theme, openAtLogin, closeToTray } = state.settings.value;
  return (
    <>
      <h2>{t('settings.general')}</h2>
      <SetRow name={t('settings.language')}>
        {(idProps) => (
          <Select
            {...idProps}
            options={[
              { value: 'system', label: t('settings.languageSystem') },
              { value: 'en', label: 'English' },
              { value: 'ru', label: 'Русский' },
            ]}
            value={language}
            onChange={(chosen) => void state.change({ language: chosen })}
          />
        )}
      </SetRow>
      <div class="set-row">
        <b>{t('settings.theme')}</b>
        <Segments
          label={t('settings.theme')}
          options={themes.map((value) => ({ value, label: t(`settings.theme-${value}`) }))}
          value={theme}
          onChange={(chosen) => void state.change({ theme: chosen })}
        />
      </div>
      <SetRow name={t('settings.openAtLogin')} help={t('settings.openAtLoginHelp')}>
        {(idProps) => (
          <Switch {...idProps} checked={openAtLogin} onChange={(on) => void state.change({ openAtLogin: on })} />
        )}
      </SetRow>
      {app.hasTray && (
        <SetRow name={t('settings.closeToTray')} help={t('settings.closeToTrayHelp')}>
          {(idProps) => (
            <Switch {...idProps} checked={closeToTray} onChange={(on) => void state.change({ closeToTray: on })} />
          )}
        </SetRow>
      )}
    </>
  );
}
