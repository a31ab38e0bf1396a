import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';

interface LinkButtonProps {
  readonly to: string;
  readonly type?: 'primary' | 'default';
  readonly children: ReactNode;
}

/** A link that looks like a button: it opens in a new tab as links do. */
export const LinkButton = ({ to, type = 'default', children }: LinkButtonProps) => {
  const href = useHref(to);
  const go = useLinkClickHandler<HTMLAnchorElement>(to);
  return (
    <Button
      type={type}
      href={href}
      onClick={(event) => {
        go(event as unknown as Parameters<typeof go>[0]);
      }}
    >
      {children}
    </Button>
  );
};
