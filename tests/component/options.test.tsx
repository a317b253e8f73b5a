// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type OptionsProps, OptionsView } from '../../components/OptionsView.tsx';
import { expectAccessible } from '../support/accessibility.ts';
import { textsIn } from '../support/texts.ts';

afterEach(cleanup);

function show(more: Partial<OptionsProps> = {}) {
  const props: OptionsProps = {
    annotate: true,
    sitesOff: [],
    t: textsIn('fa'),
    onAnnotate: vi.fn(),
    onSiteOn: vi.fn(),
    ...more,
  };
  return { ...render(<OptionsView {...props} />), props };
}

describe('the options page', () => {
  it('switches annotations off everywhere', () => {
    const { props } = show();
    fireEvent.click(screen.getByLabelText('نشان دادن پیشینه نام‌ها'));
    expect(props.onAnnotate).toHaveBeenCalledWith(false);
  });

  it('lists the sites that are off, and turns one on again', () => {
    const { props } = show({ sitesOff: ['isna.ir', 'tabnak.ir'] });
    fireEvent.click(screen.getByRole('button', { name: 'روشن کردن در tabnak.ir' }));
    expect(props.onSiteOn).toHaveBeenCalledWith('tabnak.ir');
    expect(screen.queryByText(/هیچ سایتی/)).toBeNull();
  });

  it('says so when no site is off', () => {
    show();
    expect(screen.getByText(/هیچ سایتی/)).toBeTruthy();
  });

  it.each([
    ['Unicode License v3', 'https://www.unicode.org/license.txt'],
    ['CC BY-SA 4.0', 'https://creativecommons.org/licenses/by-sa/4.0/'],
  ])('credits what the knowledge builds on: %s', (licence, address) => {
    show();
    expect(screen.getByRole('link', { name: licence }).getAttribute('href')).toBe(address);
  });

  it('is accessible, in both languages', async () => {
    await expectAccessible(show({ sitesOff: ['isna.ir'] }).container);
    cleanup();
    await expectAccessible(show({ t: textsIn('en') }).container);
  });
});
