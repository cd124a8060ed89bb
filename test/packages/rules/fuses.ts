import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { same } from '../product.ts';

/** Decided in build/after-pack.mjs with the reasons; written down here anew, so that a slip there is seen. */
const wanted: Readonly<Record<FuseV1Options, boolean>> = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
};
const fuses = Object.entries(wanted).map(([fuse, isOn]) => ({ fuse: Number(fuse) as FuseV1Options, isOn }));

/** Reads the fuses out of an executable, or of a macOS app as a folder. */
export async function fuseTroubles(executable: string): Promise<readonly string[]> {
  const { version: _version, ...wire } = await getCurrentFuseWire(executable);
  return [
    ...same('the number of fuses', Object.keys(wire).length, fuses.length),
    ...fuses.flatMap(({ fuse, isOn }) =>
      same(`the fuse ${FuseV1Options[fuse]}`, stateOf(wire[fuse]), isOn ? 'on' : 'off'),
    ),
  ];
}

function stateOf(state: FuseState | undefined): string {
  if (state === FuseState.ENABLE) return 'on';
  return state === FuseState.DISABLE ? 'off' : 'not set';
}
