import { app, type Session, type WebContents } from 'electron';

/** Denies what the app never needs: permissions, other pages, new windows, webviews, requests past the app's own files. */
export function lockDown(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((request, answer) =>
    answer({ cancel: !/^(app:\/\/(window|help|print)\/|devtools:|data:image\/png;)/.test(request.url) }),
  );
  app.on('web-contents-created', (_event, contents) => keepInside(contents));
}

function keepInside(contents: WebContents): void {
  // The page never navigates: its screens are state. Every attempt is therefore somebody else's.
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
