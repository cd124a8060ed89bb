import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { appId, askTool, top } from '../product.ts';

const ours = path.join(top, 'build/windows/installer.nsh');

/**
 * Whether NSIS understands our part of the uninstaller, warnings included: put where electron-builder's script has it, with
 * what that script declares before it. Nothing is said where there is no makensis.
 */
export function installerScriptTroubles(scratch: string, script = ours): readonly string[] {
  const around = path.join(scratch, 'around.nsi');
  writeFileSync(around, scriptAround(script, path.join(scratch, 'out.exe')));
  return askTool('makensis', ['-WX', '-V2', '-INPUTCHARSET', 'UTF8', around]);
}

const scriptAround = (script: string, out: string): string => `Unicode true
!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
Name "CreateGroup"
OutFile "${out}"
!define APP_ID "${appId}"
!define BUILD_UNINSTALLER
Var installMode
!macro _isUpdated _a _b _t _f
  !insertmacro _== "$R9" "--updated" \`\${_t}\` \`\${_f}\`
!macroend
!define isUpdated \`"" isUpdated ""\`
!include "${script}"
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Russian"
!insertmacro customHeader
Section "install"
  StrCpy $installMode "all"
  WriteUninstaller "$INSTDIR\\Uninstall.exe"
SectionEnd
Section "un.install"
  !insertmacro customUnInstall
SectionEnd
`;
