import { useSyncExternalStore } from 'react';
import { Icon } from '../ui/icon.js';
import { useTexts } from '../ui/language/texts.js';
import { appTexts } from './texts.js';

export function OfflineNotice() {
  const t = useTexts(appTexts);
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status">
      {online ? null : (
        <p className="offline-notice">
          <Icon name="offline" />
          {t('offline')}
        </p>
      )}
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
