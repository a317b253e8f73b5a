import { build } from 'wxt';

/** Builds the packages that the tests install: the same that go to the stores. */
export default async function buildBoth(): Promise<void> {
  await build({ browser: 'chrome' });
  await build({ browser: 'firefox' });
}
