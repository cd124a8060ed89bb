import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { Menu, nativeImage, Tray } from 'electron';

/** What the tray says and does; made anew by `main/electron/tray-menu.ts` whenever something changes. */
export type TrayLine = { readonly label: string; readonly onClick?: () => void } | 'separator';

type TrayView = { readonly toolTip: string; readonly lines: readonly TrayLine[] };

/** The icon of 16 px, and the same in 32 px for screens of double density. */
export type TrayIcon = { readonly normal: string; readonly double: string };

/** The icon near the clock. A click opens the window; on Linux desktops a click usually opens the menu instead. */
export function createTray({ icon, onClick }: { icon: TrayIcon; onClick: () => void }) {
  const image = nativeImage.createFromPath(icon.normal);
  image.addRepresentation({ scaleFactor: 2, buffer: readFileSync(icon.double) });
  image.setTemplateImage(process.platform === 'darwin');
  const tray = new Tray(image);
  tray.on('click', onClick);
  let shown = '';
  return {
    /** What a line does depends on nothing but its label: with the same labels the menu stays, even while it is open. */
    show({ toolTip, lines }: TrayView) {
      const wanted = JSON.stringify([toolTip, lines]);
      if (wanted === shown) return;
      shown = wanted;
      tray.setToolTip(toolTip);
      tray.setContextMenu(
        Menu.buildFromTemplate(
          lines.map((line) =>
            line === 'separator'
              ? { type: 'separator' as const }
              : { label: line.label, enabled: line.onClick !== undefined, click: () => line.onClick?.() },
          ),
        ),
      );
    },
  };
}

/**
 * Whether the desktop shows tray icons. Windows and macOS always do; on Linux somebody must own
 * `org.kde.StatusNotifierWatcher` (plain GNOME has nobody), else a closed window could not be found again.
 */
export async function desktopShowsTray(platform: NodeJS.Platform): Promise<boolean> {
  if (platform !== 'linux') return true;
  const call = ['call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus'];
  const question = ['--method', 'org.freedesktop.DBus.NameHasOwner', 'org.kde.StatusNotifierWatcher'];
  try {
    const { stdout } = await promisify(execFile)('gdbus', [...call, ...question], { timeout: 3000 });
    return stdout.includes('true');
  } catch {
    return false; // no gdbus or no session bus: nobody would show the icon
  }
}
