import { type ComponentType, useEffect, useState } from 'react';

import { useSession } from '../session/session';

/** Where the server's announcements show, to those who are signed in; what shows them comes after the page itself. */
export function AnnouncementsPlace() {
  const known = useSession() !== null;
  const [Banner, setBanner] = useState<ComponentType>();
  useEffect(() => {
    if (known) {
      import('./banner').then((loaded) => setBanner(() => loaded.Banner), () => {});
    }
  }, [known]);
  return known && Banner !== undefined && <Banner />;
}
