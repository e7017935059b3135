import type { Module, World } from './kernel/world.ts';
import { accountsModule } from './modules/accounts/index.ts';
import { areasModule } from './modules/areas/index.ts';
import { authenticatorsModule } from './modules/authenticators/index.ts';
import { calendarModule } from './modules/calendar/index.ts';
import { casesModule } from './modules/cases/index.ts';
import { categoriesModule } from './modules/categories/index.ts';
import { closingModule } from './modules/closing/index.ts';
import { deadlinesModule } from './modules/deadlines/index.ts';
import { elsewhereModule } from './modules/elsewhere/index.ts';
import { escalationModule } from './modules/escalation/index.ts';
import { exchangeModule } from './modules/exchange/index.ts';
import { figuresModule } from './modules/figures/index.ts';
import { gazetteerModule } from './modules/gazetteer/index.ts';
import { georeportModule } from './modules/georeport/index.ts';
import { handlingModule } from './modules/handling/index.ts';
import { hotlineModule } from './modules/hotline/index.ts';
import { inboxModule } from './modules/inbox/index.ts';
import { jointModule } from './modules/joint/index.ts';
import { levelsModule } from './modules/levels/index.ts';
import { mailModule } from './modules/mail/index.ts';
import { mapsModule } from './modules/maps/index.ts';
import { neighboursModule } from './modules/neighbours/index.ts';
import { noticesModule } from './modules/notices/index.ts';
import { organizationsModule } from './modules/organizations/index.ts';
import { passkeysModule } from './modules/passkeys/index.ts';
import { pausesModule } from './modules/pauses/index.ts';
import { photosModule } from './modules/photos/index.ts';
import { publicationModule } from './modules/publication/index.ts';
import { redistrictingModule } from './modules/redistricting/index.ts';
import { rolesModule } from './modules/roles/index.ts';
import { routingModule } from './modules/routing/index.ts';
import { trailModule } from './modules/trail/index.ts';
import { whistlesModule } from './modules/whistles/index.ts';

/** Every module, from the lowest floor to the highest: an import only ever goes to a line above. */
export function buildModules(world: World): Module[] {
  return [
    mapsModule(world),
    areasModule(world),
    organizationsModule(),
    accountsModule(world),
    rolesModule(world),
    passkeysModule(world),
    authenticatorsModule(world),
    noticesModule(world),
    mailModule(world),
    calendarModule(),
    deadlinesModule(),
    redistrictingModule(world),
    gazetteerModule(world),
    casesModule(world),
    categoriesModule(world),
    routingModule(),
    jointModule(world),
    whistlesModule(world),
    handlingModule(world),
    levelsModule(world),
    pausesModule(world),
    neighboursModule(world),
    elsewhereModule(world),
    publicationModule(world),
    trailModule(world),
    escalationModule(world),
    closingModule(world),
    photosModule(world),
    inboxModule(world),
    figuresModule(world),
    exchangeModule(world),
    hotlineModule(world),
    georeportModule(world),
  ];
}
