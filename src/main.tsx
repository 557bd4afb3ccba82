import './app/strict-zod';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { beginOpening } from './app/opening';

const opening = beginOpening();
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App opening={opening} />
    </StrictMode>,
  );
}
