// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listmodel.h"
#include "services/http/call.h"
#include "services/repository/settypebook.h"
#include "ui/shared/sheet.h"
#include "ui/types/typescontext.h"

class QStackedWidget;

namespace falconer {

class Banner;
class FormSheet;
class SegmentedButton;
class TypePane;

// The types of software modules and of distribution sets: what there are, what they demand, and all
// that can be done with them.
class TypesSheet final : public Sheet {
    Q_OBJECT

public:
    // client and server outlive the sheet.
    TypesSheet(QWidget *window, Client &client, const ServerFacts &server, SheetContext context);
    ~TypesSheet() override;

    enum class Kind { Modules, Sets };
    void showKind(Kind kind);

    TypePane &modulePane() const { return *m_modulePane; }
    TypePane &setPane() const { return *m_setPane; }
    const QList<SoftwareModuleType> &moduleTypes() const { return m_moduleTypes.items(); }
    const QList<SetTypeRules> &setTypes() const { return m_setTypes.items(); }

signals:
    void changed(); // types were made, changed or deleted: what shows them is out of date

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void listen();
    void forbid();
    QString missingModuleTypes() const;
    void read();
    void takeModuleTypes(const Result<Page<SoftwareModuleType>> &page);
    void takeSetTypes();
    void showCounts();
    void chooseWanted();
    void editModuleType(const std::optional<SoftwareModuleType> &type);
    void editSetType(const std::optional<SetTypeRules> &rules);
    void deleteModuleType();
    void deleteSetType();
    void openForm(FormSheet *form);
    void fitPages(int windowHeight);

    TypesContext m_context;
    ListModel<SoftwareModuleType> m_moduleTypes;
    ListModel<SetTypeRules> m_setTypes;
    SetTypeBook m_book;
    bool m_isReadingModuleTypes = false;
    bool m_hasModuleTypes = false; // they were read, though there may be none
    SegmentedButton *m_kinds;
    Banner *m_banner;
    QStackedWidget *m_pages;
    TypePane *m_modulePane;
    TypePane *m_setPane;
    QString m_wantedModuleType; // to be chosen once it is in the list
    QString m_wantedSetType;
    Call m_call;
};

} // namespace falconer
