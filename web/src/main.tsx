import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onSignedOut } from './api/client.js';
import { languageTag, storedLanguage } from './api/language.js';
import { pageIsHeld } from './api/held-page.js';
import { queryClient } from './api/query-client.js';
import { sessionQuery } from './api/session.js';
import { gather } from './app/features.js';
import { router } from './app/router.js';
import { RecordTabs } from './ui/record-tabs.js';
import './ui/styles/index.css';
import './app/frame.css';

document.documentElement.lang = languageTag(storedLanguage());

// A session that ended elsewhere: forget it, and let the guard of the present page send the person to sign in.
onSignedOut(() => {
  if (pageIsHeld()) return;
  if (!queryClient.getQueryData(sessionQuery.queryKey)) return;
  queryClient.setQueryData(sessionQuery.queryKey, null);
  void router.invalidate();
});

const RECORD_TABS = gather('recordTabs');
const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RecordTabs value={RECORD_TABS}>
          <RouterProvider router={router} />
        </RecordTabs>
      </QueryClientProvider>
    </StrictMode>,
  );
}
