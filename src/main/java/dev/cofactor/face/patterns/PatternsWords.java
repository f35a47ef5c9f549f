// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.patterns;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this room say; in English in {@code messages/patterns_en.properties}. */
@MessageBundle("patterns")
interface PatternsWords {
    String templates();

    String asItIsNow();

    String savingMakesAnotherVersion();

    String save();

    String name();

    String teamLogin();

    String whatItIsFor();

    String optional();

    String fieldNumber(int number);

    String type();

    String hintForThoseWhoFill();

    String required();

    String inClearSoThatItCan();

    String whoMayHaveTheCode();

    String codesKindDigitsPeriodAlgorithm();

    String kind();

    String digits();

    String algorithm();

    String periodsInSeconds();

    String goodForSoManySeconds();

    String charactersAtLeast();

    String oneEachOf();

    String soManyOfTheLastOnes();

    String moveFieldUp(int number);

    String up();

    String moveFieldDown(int number);

    String down();

    String takeFieldOut(int number);

    String takeOut();

    String addAField();

    String showWhatTheTypesAsk();

    String saveAsAnotherVersion();

    String makeTheTemplate();

    String leaveIt();

    String deleteName(String name);

    String deleteThisTemplate();

    String noSecretIsMadeFromIt();

    String deleteIt();

    String keepIt();

    String secretsAreMadeFromIt();

    String moreThatYouMayNotSee(long others);

    String backToIt();

    String versionVersionPredefined(int version, boolean predefined);

    String delete();

    String changeFields();

    String theTemplateIsThere();

    String addASecretWithIt();

    String versionIsThere(int last);

    String itIsCalledOtherwiseNow();

    String theCopyIsThere();

    String thisIsAnEarlierVersion();

    String versionLast(int last);

    String fieldsOfVersion(int version);

    String field();

    String kept();

    String inClear();

    String sealedWord();

    String requiredInline();

    String itHasMoreFields();

    String whatItIsCalled();

    String rename();

    String startAnotherOneFromIt();

    String predefinedTemplatesStayAsTheyAre();

    String nameOfTheCopy();

    String copy();

    String versions();

    String versionWasMade(int version);

    String newTemplate();

    String theTemplateIsDeleted();

    String aTemplateSaysWhatIsKept();

    String template();

    String version();

    String whatToDo();

    String predefined();

    String changeName(String name);

    String change();

    String lookAtName(String name);

    String look();

    String preview();

    String whatPeopleFillIn();

    String addingASecret();

    String awsRoot();

    String qrPictureOrSetupKey();

    String oneCodeOnEachLine();

    String chooseAFile();

    String sealedShownOnlyToWhomA();

    String whatPeopleGet();

    String aCodeAsAnExample();

    String nothingIsSealedYet();
}
