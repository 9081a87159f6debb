import '../api/take-secret.ts'; // first of all: the secret must not stay in the address if anything below breaks
import './configure-zod.ts';
import '../styles/tokens.css';
import '../styles/fonts.css';
import '../styles/components.css';
import '../styles/reader.css';
import '../styles/reading.css';
import '../styles/dialogs.css';
import '../styles/app.css';
import '../styles/lines.css';
import '../styles/codebook.css';
import '../styles/attributes.css';
import '../styles/relations.css';
import '../styles/search.css';
import '../styles/forced-colors.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { installBridge } from '../api/browser-bridge.ts';
import { App } from './App.tsx';
import { LockedPage } from './LockedPage.tsx';

/** The desktop's preload has put `window.galley` there before; a browser's page gets its own. */
const bridge = 'galley' in window ? 'ready' : await installBridge();
createRoot(document.getElementById('root')!).render(
  <StrictMode>{bridge === 'ready' ? <App /> : <LockedPage />}</StrictMode>,
);
