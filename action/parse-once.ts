import { config } from 'zod';

// Compiled parsers pay off over many values; a run parses each boundary once.
config({ jitless: true });
