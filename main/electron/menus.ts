import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { ScreenName } from '../../core/contract/events.ts';
import type { HelpChapter } from '../../core/help.ts';
import type { Say } from '../../core/i18n/words.ts';

type MenuDeps = {
  readonly say: Say;
  readonly goTo: (screen: ScreenName) => void;
  readonly openHelp: (chapter: HelpChapter) => void;
};

/** The application menu: on macOS it is seen, elsewhere it carries the shortcuts of editing and zoom. */
export function setAppMenu({ say, goTo, openHelp }: MenuDeps): void {
  const template: MenuItemConstructorOptions[] = [
    {
      label: say('desktop.file'),
      submenu: [
        {
          id: 'new-group',
          label: say('desktop.newGroup'),
          accelerator: 'CommandOrControl+N',
          click: () => goTo('new-group'),
        },
        { id: 'sheet', label: say('desktop.fromSheet'), accelerator: 'CommandOrControl+O', click: () => goTo('sheet') },
        { id: 'people', label: say('desktop.people'), click: () => goTo('people') },
        { id: 'groups', label: say('desktop.findGroup'), click: () => goTo('groups') },
        {
          id: 'settings',
          label: say('desktop.settings'),
          accelerator: 'CommandOrControl+,',
          click: () => goTo('settings'),
        },
        { type: 'separator' },
        { role: 'close', label: say('desktop.closeWindow') },
        { role: 'quit', label: say('desktop.quit') },
      ],
    },
    {
      label: say('desktop.edit'),
      submenu: [
        { role: 'undo', label: say('desktop.undo') },
        { role: 'redo', label: say('desktop.redo') },
        { type: 'separator' },
        { role: 'cut', label: say('desktop.cut') },
        { role: 'copy', label: say('desktop.copy') },
        { role: 'paste', label: say('desktop.paste') },
        { role: 'selectAll', label: say('desktop.selectAll') },
      ],
    },
    {
      label: say('desktop.view'),
      submenu: [
        { role: 'resetZoom', label: say('desktop.zoomReset') },
        { role: 'zoomIn', label: say('desktop.zoomIn') },
        { role: 'zoomOut', label: say('desktop.zoomOut') },
      ],
    },
    {
      label: say('help.title'),
      submenu: [
        // In the window F1 is answered first, with the chapter about the screen that is shown.
        { id: 'help', label: say('help.title'), accelerator: 'F1', click: () => openHelp('start') },
        { id: 'help-keys', label: say('help.keys'), click: () => openHelp('keys') },
        { id: 'help-codes', label: say('help.codes'), click: () => openHelp('codes') },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
