import net, { type Socket } from 'node:net';
import tls from 'node:tls';
import { type LocalServer, listen, pem } from './local-servers.ts';

export type Relay = LocalServer & {
  /** Calls once, as the next CreateGroup comes by and before the service has it; the answer takes that back. */
  onCreate(act: () => void): () => void;
};

/** Passes everything on to a service on this computer, in plain text or as the far end of TLS. */
export async function openRelay(toPort: number, way: 'plain' | 'tls'): Promise<Relay> {
  const waiting = new Set<() => void>();
  const raws = new Map<number | undefined, Socket>();

  const pass = (near: Socket): void => {
    const far = net.connect(toPort, '127.0.0.1');
    near.on('error', () => {});
    far.on('error', () => {});
    near.on('data', (part) => {
      if (part.includes('/createGroup/')) for (const act of [...waiting]) act();
      far.write(part);
    });
    near.on('close', () => far.destroy());
    far.pipe(near, { end: false });
    // A service that hangs up without a word is a reset here, the worst that a network makes of it.
    far.on('close', () => (far.bytesRead > 0 ? near.end() : (raws.get(near.remotePort) ?? near).resetAndDestroy()));
  };

  const server = way === 'tls' ? tls.createServer({ key: pem('key'), cert: pem('certificate') }) : net.createServer();
  server.on('connection', (raw: Socket) => {
    const port = raw.remotePort;
    raws.set(port, raw);
    raw.once('close', () => raws.delete(port));
    raw.on('error', () => {});
  });
  server.on(way === 'tls' ? 'secureConnection' : 'connection', pass);

  return {
    ...(await listen(server)),
    onCreate(act) {
      const once = (): void => {
        waiting.delete(once);
        act();
      };
      waiting.add(once);
      return () => void waiting.delete(once);
    },
  };
}
