import { Notification } from 'electron';
import { keepUntil } from './keep-until.ts';

/** Shows a notification of the system where it has them; a click on it runs `onClick`. Answers what takes it away. */
export function notify({ title, body, onClick }: { title: string; body: string; onClick: () => void }): () => void {
  if (!Notification.isSupported()) return () => {};
  const notification = new Notification({ title, body });
  notification.on('click', onClick);
  keepUntil(notification, (letGo) => {
    notification.once('click', letGo);
    notification.once('close', letGo);
    notification.once('failed', letGo);
  });
  notification.show();
  return () => notification.close();
}
