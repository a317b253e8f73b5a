// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WelcomeView } from '../../components/WelcomeView.tsx';
import { expectAccessible } from '../support/accessibility.ts';
import { textsIn } from '../support/texts.ts';

afterEach(cleanup);

describe('the welcome page', () => {
  it.each(['fa', 'en'] as const)('teaches in %s, with something to try, and is accessible', async (language) => {
    const onOptions = vi.fn();
    const t = textsIn(language);
    const { container } = render(<WelcomeView hasPanel={true} t={t} sample={<p>نمونه</p>} onOptions={onOptions} />);
    expect(screen.getByText('نمونه')).toBeTruthy();
    expect(screen.getAllByRole('listitem')).toHaveLength(5);
    fireEvent.click(screen.getByRole('button', { name: t('popupOptions') }));
    expect(onOptions).toHaveBeenCalledOnce();
    await expectAccessible(container);
  });

  it('says nothing of a panel where there is none', () => {
    render(<WelcomeView hasPanel={false} t={textsIn('fa')} sample={<p>نمونه</p>} onOptions={() => {}} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(4);
  });
});
