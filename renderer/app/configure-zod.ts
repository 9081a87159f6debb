import { z } from 'zod';

// without it zod tries out `new Function`, which the page's Trusted Types refuse and report
z.config({ jitless: true });
