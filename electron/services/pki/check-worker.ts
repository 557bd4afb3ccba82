import { parentPort } from 'node:worker_threads';
import { systemDisk } from '../disk';
import { checkDocument, type CheckTask } from './check-document';

/** A thread of its own that checks documents, one after the other; it can be ended at any time. */
const port = parentPort;
if (port === null) throw new Error('not a worker thread');

port.on('message', (task: CheckTask) => {
  // What fails here ends the thread: whoever asked is told by its end.
  void checkDocument(task, { disk: systemDisk, log: () => undefined }).then((report) => {
    port.postMessage(report);
  });
});
port.postMessage('ready');
