import { accountCard, openSection, setUpAccount, typeAccount } from '../support/clerk.ts';
import { expect, test } from './fixture.ts';

test('an account typed in by hand is ready, and still is after a restart', async ({ launch, restart, practice }) => {
  const { page } = await launch();
  await expect(page.getByRole('heading', { name: 'How would you like to begin?' })).toBeVisible();
  await page.getByRole('button', { name: /Type in an account/ }).click();
  await typeAccount(page, practice);

  await expect(page.getByRole('heading', { name: 'New group' })).toBeVisible();
  await expect(page.getByText('The account is saved')).toBeVisible();
  await expect(accountCard(page)).toContainText('School 5');
  await expect(accountCard(page)).toContainText('Ready');

  const again = await restart();
  await expect(accountCard(again.page)).toContainText('Ready');
});

test('the key is seen only when asked for, and the window has it no more after saving', async ({
  launch,
  practice,
}) => {
  const { page } = await launch();
  await page.getByRole('button', { name: /Type in an account/ }).click();
  const key = page.getByLabel('Key', { exact: true });
  await expect(key).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: 'Show the key' }).click();
  await expect(key).toHaveAttribute('type', 'text');
  await page.getByRole('button', { name: 'Hide the key' }).click();
  await expect(key).toHaveAttribute('type', 'password');
  await typeAccount(page, practice);
  await expect(accountCard(page)).toContainText('Ready');

  await openSection(page, 'Settings');
  await page.getByRole('button', { name: 'Change', exact: true }).click();

  await expect(key).toHaveValue('');
  const end = practice.apiTokenInstance.slice(-4);
  await expect(key).toHaveAccessibleDescription(`A key is kept; it ends with ${end}. Type here only to replace it.`);
});

test('what cannot be right is said beside its field, and nothing is sent', async ({ launch, practice }) => {
  const { page } = await launch();
  await page.getByRole('button', { name: /Type in an account/ }).click();
  const save = page.getByRole('button', { name: 'Save', exact: true });
  const number = page.getByLabel('Number of the account');
  const key = page.getByLabel('Key', { exact: true });
  const address = page.getByLabel('Address of the service');

  await save.click();
  await expect(number).toHaveAccessibleDescription('This is still empty.');
  await expect(number).toBeFocused();

  await number.fill('71o7');
  await key.fill('letter from the administrator!');
  await save.click();
  await expect(number).toHaveAccessibleDescription(
    'This is not the number of an account: such a number has 4 to 12 digits and nothing else.',
  );
  await expect(number).toBeFocused();

  await number.fill(practice.idInstance);
  await expect(number).toHaveAccessibleDescription('Digits. In the console: idInstance.');
  await save.click();
  await expect(key).toHaveAccessibleDescription(
    'This is not a key: a key has only Latin letters and digits, usually 50 of them.',
  );
  await expect(key).toBeFocused();

  await key.fill(practice.apiTokenInstance);
  await address.fill('https://green-api.com.example');
  await save.click();
  await expect(address).toHaveAccessibleDescription(/^This is not the address of the service/);
  await expect(address).toBeFocused();

  await page.getByRole('button', { name: 'Fill in from the number' }).click();
  await expect(address).toHaveValue(`https://${practice.idInstance.slice(0, 4)}.api.greenapi.com`);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('heading', { name: 'How would you like to begin?' })).toBeVisible();
  expect(practice.calls).toEqual([]);
});

test('the same account is not kept twice', async ({ launch, practice }) => {
  const { page } = await launch();
  await setUpAccount(page, practice);

  await openSection(page, 'Settings');
  await page.getByRole('button', { name: 'Add an account' }).click();
  await typeAccount(page, practice, { label: 'Once more' });

  const number = page.getByLabel('Number of the account');
  await expect(number).toHaveAccessibleDescription('This account is here already: “School 5”.');
  await expect(number).toBeFocused();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('group', { name: /^Actions for/ })).toHaveCount(1);
});
