import { defineConfig } from 'vite';
import { faceConfig } from '../vite.base.ts';

export default defineConfig(faceConfig('mobile', '/', 18140));
