import { useEffect, useSyncExternalStore } from 'react';
import { type OutboxEntry, openOutbox, outboxEntries, sendOutbox, subscribeOutbox } from './outbox.ts';

const pause = 30_000;

export const useOutbox = (): readonly OutboxEntry[] => useSyncExternalStore(subscribeOutbox, outboxEntries);

/** While somebody is signed in: opens their outbox and sends what waits, at once, when the network returns, and now and then. */
export function useOutboxSending(accountId: string) {
  useEffect(() => {
    const send = () => {
      if (navigator.onLine) void sendOutbox();
    };
    void openOutbox(accountId).then(send);
    const timer = setInterval(send, pause);
    addEventListener('online', send);
    return () => {
      clearInterval(timer);
      removeEventListener('online', send);
    };
  }, [accountId]);
}
