import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import { Empty } from '../error/empty';
import { Failure } from '../error/failure';
import { Loading } from '../shell/loading';
import { More } from '../timeline/more';
import type { usePages } from '../timeline/use-pages';

/** A list that is read page by page, and what stands in its place while there is none. */
export function Entries<T extends { id: string }>({
  list,
  label,
  none,
  children,
}: {
  list: ReturnType<typeof usePages<T>>;
  label: string;
  none: { Icon: LucideIcon; title: string; text: string };
  children: (one: T) => ReactNode;
}) {
  if (list.isPending) {
    return <Loading />;
  }
  if (list.isError && list.items.length === 0) {
    return <Failure error={list.error} retry={() => void list.refetch()} />;
  }
  if (list.items.length === 0) {
    return <Empty {...none} />;
  }
  return (
    <section aria-label={label}>
      {list.items.map(children)}
      <More list={list} />
    </section>
  );
}
