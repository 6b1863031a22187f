import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/** A link to another screen. What it leads to is loaded when one goes there: the server is this machine, so nothing is won by loading ahead. */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink data-slot="link" prefetch={false} {...props} />;
}
