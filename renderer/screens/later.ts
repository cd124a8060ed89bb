/** Screens whose code is read when the first of them is shown: one file, for together they are smaller than apart. */
export { AccountForm } from './account-form/account-form.tsx';
export { Groups } from './groups/groups.tsx';
export { LinkPhone } from './link-phone/link-phone.tsx';
export { People } from './people/people.tsx';
export { Result } from './result/result.tsx';
export { Settings } from './settings/settings.tsx';
export { SetupDialog } from './setup-file/setup-dialog.tsx';
export { KeySheet } from './shared/key-sheet.tsx';
export { Sheet } from './sheet/sheet.tsx';
