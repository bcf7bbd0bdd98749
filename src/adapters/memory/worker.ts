import { serveMemory } from './serve.js';

/* The module that our own worker runs. */
serveMemory();
