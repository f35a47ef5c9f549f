// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.machinery;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this room say; in English in {@code messages/machinery_en.properties}. */
@MessageBundle("machinery")
interface MachineryWords {
    String suspendedItActsForNobodyUntil();

    String actsFor();

    String since();

    String until();

    String lastUsed();

    String state();

    String whatToDo();

    String onlyFrom();

    String never();

    String end();

    String itActsForNobodyYet();

    String eachPersonLetsItAct();

    String name();

    String whatStandsOnTheLog();

    String rename();

    String suspend();

    String itStopsActingForEverybody();

    String resume();

    String delegationsThatWereNeitherEndedNor();

    String allAgents();

    String stopActingFor();

    String withTheNextRequestWhateverShows();

    String getsNoCode();

    String keepIt();

    String whatWillStop();

    String whatItDoesFor();

    String byTheToken();

    String nobodyCanLetItAct();

    String leaveIt();

    String agents();

    String agent();

    String goodDelegations();

    String noAgentsYet();

    String anAgentIsAProgram();

    String addAnAgent();

    String itMayNothingUntilAPolicy();

    String browserAssistant();

    String add();

    String anotherIssuer();

    String deploymentOfTheShop();

    String letsInAs();

    String chooseAService();

    String whatItFetchesStandsUnder();

    String issuer();

    String httpsIssuerExample();

    String keys();

    String askedOfTheIssuer();

    String jsonWebKeySet();

    String onlyWhereThisServerCannotReach();

    String addTheFederation();

    String notNow();

    String noServiceYet();

    String aFederationLetsPrograms();

    String addAService();

    String addAFederation();

    String federations();

    String whoseWordShallCount();

    String endedItLetsNobodyInAnd();

    String suspendedItLetsNobodyInUntil();

    String whoeverMeetsAllThatIsSaid();

    String tryAToken();

    String itIsHeldAgainstWhat();

    String holds(boolean good);

    String token();

    String eyJ();

    String asItsIssuerGave();

    String tryIt();

    String terms();

    String issuerAndServiceStayWhatThey();

    String handedIn();

    String askTheIssuerForThemFrom();

    String leftEmptyTheKeysStayAs();

    String save();

    String suspendOrEnd();

    String suspendedItLetsInNobodyUntil();

    String resumeOrEnd();

    String programsAreLetInAgain();

    String allFederations();

    String everyProgramThat();

    String vouchesForOnTheseTerms();

    String tokensOf();

    String andOtherFederationsOfIt();

    String itCannotBeBroughtBack();

    String federation();

    String noFederationsYet();

    String aBuildServerOrACluster();

    String nightlyDeployment();

    String oneForEachJob();

    String addTheService();

    String issueAToken();

    String suspendedNoneOfItsTokensIs();

    String rotate();

    String takeBack();

    String noTokenYet();

    String aTokenIsWhat();

    String showsToFetchCodes();

    String letInWithoutAToken();

    String byTheWordOfABuild();

    String whatStandsOnTheLogPolicies();

    String allItsTokensStopAtOnce();

    String tokensThatWereNeitherTakenBack();

    String allServices();

    String whateverShowsThisTokenGets();

    String itCannotBeGivenBack();

    String theOtherTokensOf();

    String goOn();

    String anotherTokenFor();

    String itIsGoodFromTheSame();

    String minutesUntilTheOldOneEnds();

    String whateverShowsTheToken();

    String tokensThatAreIssuedLater();

    String machines();

    String service();

    String goodTokens();

    String nextOneEnds();

    String none();

    String noServicesYet();

    String aScriptOrAPipelineFetches();

    String itIsShownThisOnce();

    String copyTheToken();

    String goodUntil();

    String keepItWhereTheJobKeeps();

    String andFetchACode();

    String copyTheCommand();

    String aPolicyHasToLet();

    String fetchThatCode();

    String backToTheService();

    String label();

    String buildServer();

    String whereItWillLie();

    String days();

    String thenItIsOverByItself(Integer most);

    String addressRanges();

    String oneOnEachLine();

    String issueTheToken();

    String theClaim();

    String toTheLetter();

    String whereToFindThem(Object boundSize);

    String furtherConditions();

    String conditions();

    String oneALine();

    String audience();

    String whomATokenMustBeMeant();

    String services();
}
