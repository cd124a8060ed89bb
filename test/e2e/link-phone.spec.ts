import { createPractice } from '../../main/practice/practice.ts';
import { systemClock } from '../../main/system-clock.ts';
import { accountCard, askForGroup, firstNumbers, hurried, setUpAccount, typeAccount } from '../support/clerk.ts';
import { test as base, expect } from './fixture.ts';

const qrLifeMs = 20_000;

/** A practice service whose QR code is renewed when a test says so. */
const test = base.extend<{ readonly clock: { aheadMs: number } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern, which names the fixtures that are needed.
  clock: ({}, use) => use({ aheadMs: 0 }),
  async practice({ seed, clock }, use) {
    const monotonic = () => systemClock.monotonic() + clock.aheadMs;
    const practice = await createPractice({ seed, clock: { ...systemClock, monotonic } });
    practice.world.instance.set('notAuthorized');
    await use(practice);
    await practice.close();
  },
});

test('a phone that is not linked shows a code, which renews itself until the phone has scanned it', async ({
  launch,
  practice,
  clock,
}) => {
  const { page } = await launch();
  await page.getByRole('button', { name: /Type in an account/ }).click();
  await typeAccount(page, practice);
  await expect(page.getByRole('heading', { name: 'Link the phone' })).toBeVisible();
  const qr = page.getByRole('img', { name: 'QR code for linking the phone' });
  const first = await qr.getAttribute('src');
  await expect(page.getByText(/^A new code in \d+ seconds?$/)).toBeVisible();

  clock.aheadMs += qrLifeMs;
  await expect(qr).not.toHaveAttribute('src', first ?? '', { timeout: 10_000 });

  practice.world.instance.link();
  await expect(page.getByText('The phone is linked')).toBeVisible({ timeout: 10_000 });
  await expect(page.getByRole('heading', { name: 'New group' })).toBeVisible();
  await expect(accountCard(page)).toContainText('Ready');
});

test('a code to type links the phone, too', async ({ launch, practice }) => {
  const { page } = await launch();
  await page.getByRole('button', { name: /Type in an account/ }).click();
  await typeAccount(page, practice);
  await page.getByRole('button', { name: 'Use a pairing code' }).click();
  const number = page.getByLabel('Number of the phone');
  await number.fill('8 900 000-00-00');
  await expect(number).toHaveAccessibleDescription(/^“8.900.000.+” is not a phone number\.$/);
  await page.getByRole('button', { name: 'Get a code' }).click();
  await expect(number).toHaveAttribute('aria-invalid', 'true');
  expect(practice.world.instance.state()).not.toBe('pendingCode');
  await number.fill('+7 900 000-00-00');
  await page.getByRole('button', { name: 'Get a code' }).click();

  await expect(page.getByRole('status').filter({ hasText: 'Pairing code' })).toContainText(/[A-Z0-9]{4}-[A-Z0-9]{4}/);
  await expect(page.getByText(/^The code is good for \d+ (minutes?|seconds?)$/)).toBeVisible();
  expect(practice.world.instance.state()).toBe('pendingCode');

  practice.world.instance.link();
  await expect(page.getByText('The phone is linked')).toBeVisible({ timeout: 10_000 });
  await expect(accountCard(page)).toContainText('Ready');
});

test('a phone that was unlinked since keeps the group waiting, and linking it goes on', async ({
  launch,
  practice,
}) => {
  practice.world.instance.link();
  const { page } = await launch([], hurried);
  await setUpAccount(page, practice);
  practice.world.instance.set('notAuthorized');
  await askForGroup(page, { name: 'After linking', numbers: firstNumbers(practice, 2) });
  await expect(page.getByText(/^The phone is not linked. No group was made./)).toBeVisible();
  await expect(accountCard(page)).toContainText('Phone not linked');

  await accountCard(page).click();
  await expect(page.getByText(/1 group waits in the queue and will be made after linking\.$/)).toBeVisible();
  await expect(page.getByRole('img', { name: 'QR code for linking the phone' })).toBeVisible();
  practice.world.instance.link();
  await expect(page.getByText('The phone is linked')).toBeVisible({ timeout: 10_000 });

  await expect.poll(() => practice.world.groups.length, { timeout: 20_000 }).toBe(1);
});
