import { useQuery } from '@tanstack/react-query';

import { api } from '../api/client';
import { Failure } from '../error/failure';
import { Loading } from '../shell/loading';
import { PageHeader } from '../shell/page-header';
import { RichText } from '../status/rich-text';

/** What the operator has to say about this server. */
export function AboutPage() {
  const about = useQuery({
    queryKey: ['instance', 'about'],
    queryFn: async () => {
      const [{ title }, { content }] = await Promise.all([
        api.v2.instance.fetch(),
        api.v1.instance.extendedDescription.fetch(),
      ]);
      return { title, content };
    },
    staleTime: Infinity,
  });
  if (about.isPending) {
    return <Loading />;
  }
  if (about.isError) {
    return <Failure error={about.error} retry={() => void about.refetch()} />;
  }
  return (
    <>
      <PageHeader title={about.data.title} back />
      <div className="p-3">
        <RichText html={about.data.content} />
      </div>
    </>
  );
}
