/** Holds the folder it is given until it is killed. */
import { lockFolder } from '../../../app/store/lock-folder.ts';

await lockFolder(process.argv[2] ?? '', { onLost: () => process.exit(1) });
process.send?.('held');
process.on('disconnect', () => process.exit());
