import { Notification } from 'electron';

/** Shows a notification of the system where it has them; a click on it runs `onClick`. */
export function notify({ title, body, onClick }: { title: string; body: string; onClick: () => void }): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body });
  notification.on('click', onClick);
  notification.show();
}
