import { z } from 'zod';

/**
 * Without this zod probes `new Function`, which the content security policy reports. Imported
 * first, before any schema is made.
 */
z.config({ jitless: true });
