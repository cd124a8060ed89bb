import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { areKeysShown } from '../../shortcuts.ts';
import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

/** Every key that the window answers. */
export function KeySheet() {
  const t = useWords();
  const { platform } = useStates().app;
  const main = platform === 'darwin' ? '⌘' : 'Ctrl';
  const close = () => {
    areKeysShown.value = false;
  };
  const keys: readonly (readonly [string, readonly string[]])[] = [
    [t('shell.newGroup'), [main, 'N']],
    [t('sheet.title'), [main, 'O']],
    [t('shell.search'), [main, 'F']],
    [t('shell.settings'), [main, ',']],
    [t('newGroup.create'), [main, 'Enter']],
    [t('keys.help'), ['F1']],
    [t('keys.title'), ['?']],
    [t('keys.close'), ['Esc']],
    [t('keys.zoom'), [main, '+ − 0']],
    [t('keys.move'), ['↑ ↓', 'Home', 'End']],
    [t('keys.choose'), [t('keys.space')]],
    [t('keys.chooseSeveral'), ['Shift', '↑ ↓']],
    [t('keys.chooseAll'), [main, 'A']],
  ];
  return (
    <Dialog open title={t('keys.title')} onClose={close} actions={<Button onClick={close}>{t('shell.close')}</Button>}>
      <dl class="key-sheet">
        {keys.map(([name, pressed]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {pressed.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
