import { useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useLiveNotices } from '../../client/queries/notices.ts';
import { useOutboxSending } from '../../client/use-outbox.ts';
import { useMe } from './use-me.ts';

/** Everything behind the sign-in: live notices and the outbox work while it stands. */
export function Shell() {
  const me = useMe();
  useLiveNotices(useQueryClient());
  useOutboxSending(me.id);
  return <Outlet />;
}
