import type { ComponentProps, ReactNode } from 'react';
import { Kbd } from './Kbd.tsx';

type Props = ComponentProps<'button'> & {
  variant?: 'plain' | 'primary' | 'quiet' | 'danger';
  size?: 'small' | 'normal' | 'large';
  icon?: ReactNode;
  /** The key that does the same, shown beside the words. */
  keys?: string | undefined;
};

export function Button({ variant = 'plain', size = 'normal', icon, keys, className = '', children, ...rest }: Props) {
  const classes = ['btn'];
  if (variant !== 'plain') classes.push(`btn-${variant}`);
  if (size !== 'normal') classes.push(size === 'small' ? 'btn-sm' : 'btn-lg');
  if (children === undefined) classes.push('btn-icon');
  return (
    <button type="button" className={`${classes.join(' ')} ${className}`.trim()} {...rest}>
      {icon}
      {children}
      {keys !== undefined && <Kbd keys={keys} />}
    </button>
  );
}
