import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './serve.ts';

// The client chose the transport and named it on our command line.
serve(createConnection(ProposedFeatures.all));
