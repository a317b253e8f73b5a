import { buildExtension } from '../../tools/lib/build-extension.ts';

/** Builds the packages that the tests install: the same that go to the stores. */
export default async function buildBoth(): Promise<void> {
  await buildExtension('chrome');
  await buildExtension('firefox');
}
