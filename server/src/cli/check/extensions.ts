import type { CheckExtension } from './extension.ts';
import { pinning } from './pin.ts';

export const checkExtensions: readonly CheckExtension[] = [pinning];
